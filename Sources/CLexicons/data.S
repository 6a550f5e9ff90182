// lexicons.bin: SHA-256 5265a38bd65a0980aab06004edade7e137526c35ee1aee87cd18b45313cd03ba
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
