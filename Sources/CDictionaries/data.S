// tables: SHA-256 b8ea0bf292a8bb4363c2749138501e8511ab8ff8152ff6d17b13aa47ebb02658
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
