// lexicons.bin: SHA-256 54bccc6c0c8c2b72619aa3a8fa89ba90f5aacd0be26828d1130b2e6c19815a28
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
