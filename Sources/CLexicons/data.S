// lexicons.bin: SHA-256 80eebe44fdc5739394edf55fdac4436624a8ece93e180060fabd4d28afd690cd
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
