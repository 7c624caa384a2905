insert into job (id, code, account, root, kind, request, fingerprint, status, state, stage,
    lane, due_ms, attempt, waiting_on, held, created_ms, claim, ends, alone)
  values (110, 'HJKMNP', 5, 110, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f4', 0, '', '', 'light', 1, 0, 0,
    100000, 1, 0, 0, 0);
insert into job (id, code, account, root, kind, request, fingerprint, status, state, stage,
    lane, due_ms, attempt, waiting_on, held, created_ms, claim, ends, alone, paying)
  values (111, 'QRSTVW', 5, 111, 'talk', '{}', 'f5', 2, 'asking', 'rendering', 'light', 1, 0, 0,
    100000, 1, 3, 1, 0, 3);
insert into submission values
  (210, 111, 'paid', 2, 'hash', 2, null, 100000, null, 1, 1, 2, null);
insert into ledger values (310, 5, 110, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
insert into ledger values (311, 5, 111, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
update spending set micro_usd = micro_usd + 200000;
insert into delivery (id, job, platform, chat, thread, group_chat, occasion, reply_to,
    language, placeholder, state, created_ms, owner)
  values (410, 110, 'telegram', '17', '', 0, 'message 3', '3', 'en', '4', 0, 1, 'dead');
insert into delivery (id, job, platform, chat, thread, group_chat, occasion, reply_to,
    language, placeholder, state, created_ms, owner)
  values (411, 111, 'telegram', '17', '', 0, 'message 5', '5', 'en', '6', 0, 1, 'dead');
insert into answer values ('telegram', '8', 0, '17', '', 0, null, '{}', 'dead', 1);
insert into quarantine values ('telegram', 'digest', 1, 'odd', 3, '{}');
insert into web_admission values (20000, '', 1);
