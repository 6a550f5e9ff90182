"""Sets figures into Markdown."""
import statistics


def table(heads, rows):
    """Returns a Markdown table; numbers are given as text already."""
    lines = ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def spread(values, form="{:.1f}"):
    """Returns the median, and lowest to highest where there are several."""
    middle = form.format(statistics.median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({form.format(min(values))}–{form.format(max(values))})"


def ratio(value, base):
    return f"{value / base:.2f}" if base else "–"
