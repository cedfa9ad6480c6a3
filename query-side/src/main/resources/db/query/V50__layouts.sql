-- Nodes of two releases read a generation each, of their own layout, while one takes the place of the other.

DROP INDEX views.generation_one_current;
CREATE UNIQUE INDEX generation_one_current ON views.generation (view, layout) WHERE state = 'CURRENT';
