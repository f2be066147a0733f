"""Evaluation: what the extraction finds in articles, measured against what a careful reader annotated in them."""
