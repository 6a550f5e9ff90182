    .macro dictionary name, file
    .balign 64
    .global reprise_dictionary_\name
    .global reprise_dictionary_\name\()_end
reprise_dictionary_\name:
    .incbin "\file"
reprise_dictionary_\name\()_end:
    .byte 0
    .endm

    .section .rodata
    dictionary en, "english.bin"
    dictionary de, "de.bin"
    dictionary es, "es.bin"
    dictionary fr, "fr.bin"
    dictionary ru, "ru.bin"
    .section .note.GNU-stack,"",@progbits
