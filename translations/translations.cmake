# Compiles every translations/<folder>_<language>.ts and embeds it below :/i18n. The library has no GUI, so that the command
# line can link it too. Included from ui/CMakeLists.txt.
file(GLOB ts_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/*.ts")
add_library(translations STATIC "${CMAKE_SOURCE_DIR}/translations/translations.cpp")
target_link_libraries(translations PUBLIC supercargo_flags Qt6::Core)
if(ts_files)
  set_source_files_properties(${ts_files} PROPERTIES OUTPUT_LOCATION "${CMAKE_BINARY_DIR}/i18n")
  qt_add_lrelease(translations TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)
  qt_add_resources(translations i18n PREFIX /i18n BASE "${CMAKE_BINARY_DIR}/i18n" FILES ${qm_files})
endif()
target_link_libraries(ui PUBLIC translations)
