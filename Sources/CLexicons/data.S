// lexicons.bin: SHA-256 abef9d5d8a4d8e36efa448104326a007ea18d1b600b4901af99fad3a0788f67b
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
