insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000);
insert into identity values ('telegram', '17', 5, 'en');
insert into draft values
  ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000);
insert into job (id, code, account, root, kind, request, fingerprint, status, state, stage,
    lane, due_ms, attempt, waiting_on, held, created_ms)
  values (100, 'ABCDEF', 5, 100, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f1', 2, 'waiting', 'speech',
    'light', 1, 0, 1, 300000, 1);
insert into job (id, code, account, root, parent, child_name, kind, request, fingerprint,
    status, state, stage, lane, due_ms, attempt, owner, slot, paying, created_ms)
  values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x',
    'paid', 1, 1, 'dead', 1, 2, 1);
insert into submission values
  (200, 101, 'paid', 0, 'hash', 1, 'operation', 100000, null, 1, 1, 2, null);
insert into ledger values
  (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
insert into spending values ('person 5', '2026-06-15', 300000);
insert into spending values ('all', '2026-06-15', 300000);
insert into delivery (id, job, platform, chat, thread, group_chat, occasion, reply_to,
    language, placeholder, state, created_ms, owner)
  values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, 1, 'dead');
insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
insert into artifact values ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 1, 1);
insert into artifact values ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 10, 1, 1);
insert into reuse values ('f3', 5, 99, '{"artifacts":[]}', 1);
insert into platform_file values ('telegram', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'file', 1);
insert into setting values (5, 'style', 'calm');
insert into web_visitor values ('visitor', 1);
insert into web_message values ('visitor', 'm1', 1, 1, 1, 1, 0, '{}');
insert into lane values ('light', 0, 0, 0, 0);
insert into fair values (5, 'light', 1);
