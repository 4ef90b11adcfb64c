# kpss_embed(SYMBOL FILE OUTPUT): writes a C file that defines `const unsigned char SYMBOL[]` and `const size_t SYMBOL_size`
# with the bytes of FILE, at build time. FILE may itself be made by the build.
function(kpss_embed symbol file output)
	add_custom_command(OUTPUT ${output}
		COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DINPUT=${file} -DOUTPUT=${output}
			-P ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake
		DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake
		VERBATIM)
endfunction()
