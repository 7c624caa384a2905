update job set moved_ms = 1, claimed_ms = 1 where id = 101;
insert into job_event values
  (101, 500, 1, 'account 5', 0, null, 0, '', 'light', 0, 0, 0, 0, null, null);
insert into job_event values
  (101, 501, 1, 'instance dead', 7, 1, 1, 'x', 'paid', 1, 0, 0, 0, 'photoplay-200', 'operation');
insert into draft (code, account, conversation, purpose, payload, created_ms, revision, ends_ms, ordered)
  values ('DRAFT2', 5, 'telegram 18 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}',
    1781524000000, 3, 1784116000000, 2);
insert into secret values ('buttons', 'a2V5');
insert into job (id, code, account, root, kind, request, fingerprint, status, state, stage,
    lane, due_ms, attempt, waiting_on, held, created_ms, claim, ends, alone, ended_ms, result)
  values (112, 'WXYZ23', 5, 112, 'talk', '{}', 'f6', 3, '', 'rendering', 'light', 1, 0, 0,
    0, 1781524000000, 4, 0, 0, 1781524000000, '{"artifacts":[]}');
insert into delivery (id, job, platform, chat, thread, group_chat, occasion, reply_to,
    language, placeholder, state, created_ms, owner, waits_for)
  values (412, 112, 'telegram', '18', '', 0, 'message 7', '7', 'en', '8', 4, 1, null, 5);
