-- An override that nobody has confirmed yet lets out the least, and nothing besides.

alter table known_sharing
  add column override_state text check (override_state in ('awaiting', 'confirmed', 'rejected', 'lapsed', 'ended'));
comment on column known_sharing.override_state is 'How the override stands that was last told of; null of consent, and of overrides told of before this was kept';
