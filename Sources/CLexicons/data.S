// lexicons.bin: SHA-256 0ec1452c14a1bca075df36419adb85551713bb82fc010682ab3f5f364fdc6839
    .section .rodata
    .balign 64
    .global reprise_lexicons_start
    .global reprise_lexicons_end
reprise_lexicons_start:
    .incbin "lexicons.bin"
reprise_lexicons_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
