# Icons, themes and sounds, part of the ui library. Included from ui/CMakeLists.txt.
file(GLOB icon_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/icons/*.svg")
file(GLOB theme_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/theme/*.json" "${CMAKE_SOURCE_DIR}/resources/theme/*.qss"
     "${CMAKE_SOURCE_DIR}/resources/theme/*.svg")
file(GLOB sound_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/sounds/*.wav")
qt_add_resources(ui looks PREFIX / BASE "${CMAKE_SOURCE_DIR}/resources" FILES ${icon_files} ${theme_files} ${sound_files})
