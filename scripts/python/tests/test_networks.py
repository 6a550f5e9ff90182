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
