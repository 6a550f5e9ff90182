// lexicons.bin: SHA-256 a10217e989e84d5bed5000d25be28b85627f8a38ed45945c4e8d590d61901cd0
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
