-- Two records of one child: the case that went into the other counts nowhere, so that the child counts once.
create table merged_case (
  case_id  uuid primary key,
  merged   boolean not null,
  version  bigint not null
);
comment on table merged_case is 'Cases that went into another one, and those for which that was undone; they may be told of before the case is';
comment on column merged_case.merged is 'Whether the case is part of another one now';
comment on column merged_case.version is 'Version of the case that said so; an older one changes nothing';
comment on column merged_case.case_id is 'The case that went into another';
grant select, insert, update on merged_case to ${app};
