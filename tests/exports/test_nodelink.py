import json

from liaisons.exports import nodelink


def test_the_shape_is_that_of_networkx(sample_graph):
    print(json.dumps(nodelink.to_json(sample_graph), ensure_ascii=False))
