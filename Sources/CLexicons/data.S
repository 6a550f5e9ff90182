// lexicons.bin: SHA-256 aa92c6b51ea74de55abb0bc7bc911103a98b5be7e4bbc62e53f928b0c2a850fd
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
