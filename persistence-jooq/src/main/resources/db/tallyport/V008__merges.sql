-- Owner: core.inventory. One row for each pair of a route under MERGE_DELTAS: the settled figure of each side and what it
-- is owed. Goes with its route, since a figure of an earlier life of the route would count its later moves as sales; never
-- pruned otherwise, since what is owed here is stock. Figures are text: they are what a POS sent, and nothing may be
-- rounded. The target item comes first in the key: H2 looks a list of values up by the first column of an index only, and
-- would read the whole route for each list otherwise. uq_merge_levels_source finds what an item was paired in before.
CREATE TABLE merge_levels (
    route_id       VARCHAR(40)  NOT NULL,
    target_item    VARCHAR(255) NOT NULL,
    source_item    VARCHAR(255) NOT NULL,
    source_level   VARCHAR(60)  NOT NULL,
    target_level   VARCHAR(60)  NOT NULL,
    owed_to_source VARCHAR(60)  NOT NULL,
    owed_to_target VARCHAR(60)  NOT NULL,
    revision       BIGINT       NOT NULL,
    PRIMARY KEY (target_item, route_id),
    CONSTRAINT uq_merge_levels_source UNIQUE (source_item, route_id),
    CONSTRAINT fk_merge_levels_route FOREIGN KEY (route_id) REFERENCES routes (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- Owner: core.inventory. One row for each level that a merge is writing, while it is not known what became of it: the key
-- lets one writer at most at each, over all routes. Gone as soon as it is known, or with its route; never pruned before.
-- ix_open_writes_route gives those of a route by intent.
CREATE TABLE open_writes (
    item          VARCHAR(255) NOT NULL,
    connection_id VARCHAR(40)  NOT NULL,
    location      VARCHAR(255) NOT NULL,
    route_id      VARCHAR(40)  NOT NULL,
    target_item   VARCHAR(255) NOT NULL,
    intent_id     VARCHAR(255) NOT NULL,
    PRIMARY KEY (item, connection_id, location),
    CONSTRAINT fk_open_writes_route FOREIGN KEY (route_id) REFERENCES routes (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

CREATE INDEX ix_open_writes_route ON open_writes (route_id, intent_id);
