create table fee (
  id          uuid primary key default gen_random_uuid(),
  place       text not null,
  rupees      integer,
  kinds       text[] not null default '{}',
  valid_from  date not null,
  valid_to    date,
  end_source  text,
  unique (place, valid_from)
);
grant select, insert, update on fee to ${app};
