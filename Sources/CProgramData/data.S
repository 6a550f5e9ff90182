    .section .rodata
    .balign 16
    .global reprise_demo_start
    .global reprise_demo_end
reprise_demo_start:
    .incbin "demo.jsonl"
reprise_demo_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
