# cmake --install: programs, desktop entry, icons, metainfo, manual pages, completion. Included from CMakeLists.txt.
if(UNIX AND NOT APPLE)
  include(GNUInstallDirs)
  set(linux_dir "${CMAKE_SOURCE_DIR}/packaging/linux")
  set(made_dir "${CMAKE_BINARY_DIR}/made")
  install(TARGETS supercargo supercargo-cli supercargo-sandbox RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES "${linux_dir}/supercargo.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES "${linux_dir}/io.github.supercargo.Supercargo.metainfo.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/supercargo.svg"
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES "${linux_dir}/supercargo.1" "${linux_dir}/supercargo-sandbox.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

  # The command line tells its own completion and manual page. Made when it is installed, by the program just built.
  install(CODE "
    file(MAKE_DIRECTORY \"${made_dir}\")
    foreach(shell bash zsh fish)
      execute_process(COMMAND \"$<TARGET_FILE:supercargo-cli>\" --lang en completion \${shell}
                      OUTPUT_FILE \"${made_dir}/completion.\${shell}\" COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    execute_process(COMMAND \"$<TARGET_FILE:supercargo-cli>\" --lang en manual
                    OUTPUT_FILE \"${made_dir}/supercargo-cli.1\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES "${made_dir}/supercargo-cli.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES "${made_dir}/completion.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME supercargo-cli)
  install(FILES "${made_dir}/completion.zsh" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _supercargo-cli)
  install(FILES "${made_dir}/completion.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
          RENAME supercargo-cli.fish)
endif()
