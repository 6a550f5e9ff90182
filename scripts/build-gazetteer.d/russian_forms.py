"""The forms of Russian names by the rules of declension: genitive, dative, accusative, instrumental, prepositional.

Rules of grammar alone (Zalizniak's classes in outline); words that do not decline have no forms but their own.
"""
HARD = "бвдзклмнпрстфхгжшчщц"
HUSHED = "гкхжчшщ"


def adjective(word):
    """The paradigm of an adjective or a name that declines as one; none for other words."""
    stem, end = word[:-2], word[-2:]
    soft = stem[-1:] in "жчшщ" or end in ("яя", "ее")
    i = "и" if soft or stem[-1:] in "гкх" or end == "ий" else "ы"
    o = "е" if soft or (end == "ий" and stem[-1:] not in "гкх") else "о"
    if end in ("ий", "ый", "ой") and len(stem) > 1:
        genitive = stem + o + "го"
        return [(genitive, stem + o + "му", genitive, stem + i + "м", stem + o + "м")]
    if end in ("ое", "ее"):
        return [(stem + o + "го", stem + o + "му", word, stem + i + "м", stem + o + "м")]
    if end in ("ая", "яя"):
        oblique = stem + o + "й"
        return [(oblique, oblique, stem + ("ую" if end == "ая" else "юю"), oblique, oblique)]
    if end in ("ые", "ие") and len(stem) > 3:
        return [(stem + i + "х", stem + i + "м", word, stem + i + "ми", stem + i + "х")]
    return []


def noun(word, family=False):
    """The paradigms that a noun may have."""
    stem, end = word[:-1], word[-1]
    if end in HARD:
        if family and word.endswith(("ов", "ев", "ёв", "ин", "ын")):
            return [(word + "а", word + "у", word + "а", word + "ым", word + "е")]
        o = "е" if end in "жчшщц" else "о"
        accusative = word + "а"
        forms = [(word + "а", word + "у", accusative, word + o + "м", word + "е")]
        if len(word) > 4 and word.endswith("ец"):
            short = word[:-2] + "ц"
            forms.append((short + "а", short + "у", short + "а", short + "ем", short + "е"))
        return forms
    if end == "й":
        return [(stem + "я", stem + "ю", stem + "я", stem + "ем", stem + ("и" if stem.endswith("и") else "е"))]
    if end == "а":
        if family and word.endswith(("ова", "ева", "ёва", "ина", "ына")):
            return [(stem + "ой", stem + "ой", stem + "у", stem + "ой", stem + "ой")]
        y = "и" if stem[-1:] in HUSHED else "ы"
        o = "е" if stem[-1:] in "жчшщц" else "о"
        return [(stem + y, stem + "е", stem + "у", stem + o + "й", stem + "е")]
    if end == "я":
        place = "и" if stem.endswith("и") else "е"
        return [(stem + "и", stem + place, stem + "ю", stem + "ей", stem + place)]
    if end == "ь":
        return [
            (stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "е"),
            (stem + "и", stem + "и", word, stem + "ью", stem + "и")]
    if end == "о" and not family and len(word) > 3:
        return [(stem + "а", stem + "у", word, stem + "ом", stem + "е")]
    if end == "е" and stem.endswith(("ь", "и")) and not family:
        return [(stem + "я", stem + "ю", word, stem + "ем", stem + ("и" if stem.endswith("и") else "е"))]
    if end in "ыи" and not family and len(word) > 4:
        return [(stem + "ов", stem + "ам", word, stem + "ами", stem + "ах"),
                (stem, stem + "ам", word, stem + "ами", stem + "ах")]
    return []


def forms(name, family=False):
    """A name with its forms, in lower case: the words before the last one agree with it where they are adjectives."""
    name = name.lower()
    if name.isascii() or len(name) < 3:
        return {name}
    words = name.split()
    last = words[-1]
    paradigms = adjective(last) if len(words) == 1 or last.endswith(("ой", "ый", "ая")) else []
    paradigms = paradigms + (noun(last, family) if not paradigms or last.endswith("ий") else [])
    found = {name}
    for paradigm in paradigms:
        for case, form in enumerate(paradigm):
            before = []
            for word in words[:-1]:
                agreeing = adjective(word)
                before.append(agreeing[0][case] if agreeing else word)
            found.add(" ".join([*before, form]))
    return found
