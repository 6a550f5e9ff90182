    .section .rodata
    .balign 64
    .global reprise_gazetteer_start
    .global reprise_gazetteer_end
reprise_gazetteer_start:
    .incbin "gazetteer.bin"
reprise_gazetteer_end:
    .byte 0
    .balign 64
    .global reprise_model_start
    .global reprise_model_end
reprise_model_start:
    .incbin "model.bin"
reprise_model_end:
    .byte 0
    .balign 64
    .global reprise_ru_gazetteer_start
    .global reprise_ru_gazetteer_end
reprise_ru_gazetteer_start:
    .incbin "ru/gazetteer.bin"
reprise_ru_gazetteer_end:
    .byte 0
    .balign 64
    .global reprise_ru_model_start
    .global reprise_ru_model_end
reprise_ru_model_start:
    .incbin "ru/model.bin"
reprise_ru_model_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
