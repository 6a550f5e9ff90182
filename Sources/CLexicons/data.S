// lexicons.bin: SHA-256 3e3aca9d45b51e3c74309af4846c2b0df8fd8f09aef5b82c0fb07c0c46ea9624
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
