"""What Briefer uses of pymorphy3."""

from pymorphy3.analyzer import MorphAnalyzer as MorphAnalyzer
