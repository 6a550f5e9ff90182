// lexicons.bin: SHA-256 d5722d306573a4d1f3c6897b48d5854dfcd08e0980071983cb147993be1ad2a3
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
