    .section .rodata
    .balign 64
    .global reprise_block_model_start
    .global reprise_block_model_end
reprise_block_model_start:
    .incbin "model.bin"
reprise_block_model_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
