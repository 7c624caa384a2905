-- Days of a person that never begin twice; files found by their content.

-- until when the day lasts that a pending change of zone makes longer; null in changes from before this version
alter table account add column day_until_ms bigint;
-- since when the present zone counts; part of the names of its days
alter table account add column zone_ms bigint;

create index platform_file_content on platform_file (content);
