-- Owner: core.catalog. Who said that two items are one, when, and what both were called then, so that an item's heir can be
-- found when it is gone. Retention as before: until removed. What was mapped before this was a person's word, of a time that
-- nobody noted. A SKU may be as long as in mirror_levels.
ALTER TABLE mappings ADD COLUMN origin VARCHAR(20) DEFAULT 'PERSON' NOT NULL;
ALTER TABLE mappings ADD COLUMN mapped_at DATETIME(6);
ALTER TABLE mappings ADD COLUMN actor VARCHAR(255);
ALTER TABLE mappings ADD COLUMN source_sku VARCHAR(1000);
ALTER TABLE mappings ADD COLUMN target_sku VARCHAR(1000);

-- Owner: core.catalog. A person's word that two items are not one; kept until taken back, also without its route. The primary
-- key serves "all of a route" and "is this pair rejected".
CREATE TABLE mapping_rejections (
    route_id    VARCHAR(40)  NOT NULL,
    source_item VARCHAR(255) NOT NULL,
    target_item VARCHAR(255) NOT NULL,
    rejected_at DATETIME(6)  NOT NULL,
    actor       VARCHAR(255) NOT NULL,
    reason      LONGTEXT     NOT NULL,
    PRIMARY KEY (route_id, source_item, target_item)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
