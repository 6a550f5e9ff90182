// lexicons.bin: SHA-256 1a2b9dcc9f94f3d34590b2ba292927f6736c6bcd299dc12815fd9d92b180248f
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
