// lexicons.bin: SHA-256 c31d4dc9699744277d0df6606126551504240217359e8e9188bded9741e912f8
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
