# What `cmake --install` lays down: the program, manual pages, schemas of answers, completions.
install(TARGETS kpss RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
file(GLOB manual_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.[1-9])
foreach(page IN LISTS manual_pages)
	string(REGEX REPLACE ".*\\." "" section ${page})
	install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
file(GLOB czech_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/cs/*.[1-9])
foreach(page IN LISTS czech_pages)
	string(REGEX REPLACE ".*\\." "" section ${page})
	install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/cs/man${section})
endforeach()

# What programs read says its form.
file(GLOB answer_schemas CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/schemas/answers/*.schema.json)
install(FILES ${answer_schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/kpss/schemas)

# Completions are printed by the program itself, in English.
foreach(shell IN ITEMS bash zsh fish)
	set(script ${CMAKE_CURRENT_BINARY_DIR}/completion/${shell})
	add_custom_command(OUTPUT ${script}
		COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/completion
		COMMAND kpss --lang en completion ${shell} > ${script}
		DEPENDS kpss VERBATIM)
	list(APPEND completions ${script})
endforeach()
add_custom_target(completions ALL DEPENDS ${completions})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion/bash
	DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kpss)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion/zsh
	DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _kpss)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion/fish
	DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME kpss.fish)
