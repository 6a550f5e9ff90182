// lexicons.bin: SHA-256 b798dbe30164298e094367e813382f3bb7b1947b8dbb53ff75f342b35d1a2e80
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
