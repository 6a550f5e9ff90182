"""Draws small line charts as SVG: one panel a measure, articles along the bottom on a log scale."""
import html
import math

WIDTH, HEIGHT, MARGIN = 380, 240, 56
COLOURS = ("#1b6ca8", "#c8553d", "#588157", "#7b5ea7", "#d99a1c")


def nice_ceiling(value):
    """Returns the next of 1, 2, 2.5, 5 times a power of ten."""
    power = 10 ** math.floor(math.log10(value)) if value > 0 else 1
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= value)


def panel(title, unit, series, left, top):
    """Draws `series`, a name to (articles, value) points, into a box at the given corner."""
    points = [point for each in series.values() for point in each]
    low, high = (f(math.log10(x) for x, _ in points) for f in (min, max))
    span, ceiling = (high - low) or 1, nice_ceiling(max(y for _, y in points))

    def place(x, y):
        return (left + MARGIN + (math.log10(x) - low) / span * (WIDTH - MARGIN - 16),
                top + HEIGHT - 36 - y / ceiling * (HEIGHT - 76))

    out = [f'<text x="{left + MARGIN}" y="{top + 20}" class="title">{html.escape(title)} ({html.escape(unit)})</text>']
    for step in range(5):
        value = ceiling * step / 4
        _, y = place(10**low, value)
        out.append(f'<line x1="{left + MARGIN}" x2="{left + WIDTH - 16}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        out.append(f'<text x="{left + MARGIN - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for x in sorted({x for x, _ in points}):
        across, bottom = place(x, 0)
        out.append(f'<text x="{across:.1f}" y="{bottom + 16:.1f}" text-anchor="middle">{x:,}</text>')
    for number, (name, each) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join("%.1f,%.1f" % place(*point) for point in sorted(each))
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += ['<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (*place(*point), colour) for point in each]
        label = html.escape(name)
        out.append(f'<text x="{left + MARGIN + 8}" y="{top + 38 + 14 * number}" fill="{colour}">{label}</text>')
    return "\n".join(out)


def chart(panels):
    """Returns an SVG of (title, unit, series) panels, two in a row."""
    rows = (len(panels) + 1) // 2
    drawn = [panel(*each, WIDTH * (n % 2), HEIGHT * (n // 2)) for n, each in enumerate(panels)]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT * rows}" '
            'font-family="sans-serif" font-size="11">\n<style>.title{font-size:13px;font-weight:bold}'
            '.grid{stroke:#ddd}</style>\n<rect width="100%" height="100%" fill="white"/>\n'
            + "\n".join(drawn) + "\n</svg>\n")
