// lexicons.bin: SHA-256 3b146e9c6f9f5df68ce09d228df2f9841b3d3320ff0a583db561f43ec76db152
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
