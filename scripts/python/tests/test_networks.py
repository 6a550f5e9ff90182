"""The networks that the program writes, read as others read them."""

import subprocess
import xml.etree.ElementTree

import pytest

import reprise


@pytest.mark.parametrize("command, directed", [("outlets", True), ("reprints", False)])
def test_a_network_is_xml_whose_edges_end_in_nodes(demo_index, tmp_path, command, directed):
    text = subprocess.run(
        [reprise.program(), command, "--quiet", "--db", demo_index, "--format", "gexf"], capture_output=True, check=True).stdout
    space = {"g": "http://www.gexf.net/1.2draft"}
    graph = xml.etree.ElementTree.fromstring(text).find("g:graph", space)
    assert graph.get("defaultedgetype") == ("directed" if directed else "undirected")
    nodes = {node.get("id") for node in graph.iterfind(".//g:node", space)}
    edges = list(graph.iterfind(".//g:edge", space))
    assert nodes and edges and all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)
    networkx = pytest.importorskip("networkx")
    path = tmp_path / "network.gexf"
    path.write_bytes(text)
    assert networkx.read_gexf(path).is_directed() is directed


def test_json_lines_become_parquet(demo_index, tmp_path):
    json, parquet = pytest.importorskip("pyarrow.json"), pytest.importorskip("pyarrow.parquet")
    lines = subprocess.run([reprise.program(), "reprints", "--json", "--quiet", "--db", demo_index], check=True, capture_output=True)
    (tmp_path / "pairs.jsonl").write_bytes(lines.stdout)
    parquet.write_table(json.read_json(tmp_path / "pairs.jsonl"), tmp_path / "pairs.parquet")
    table = parquet.read_table(tmp_path / "pairs.parquet")
    assert table.num_rows == lines.stdout.count(b"\n")
    assert table["rules"].to_pylist()[-1] == reprise.Archive(demo_index).rules
    assert {"harbour-wire", "harbour-cut"} in [{a, b} for a, b in zip(table["a"].to_pylist(), table["b"].to_pylist())]
