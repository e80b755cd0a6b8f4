-- What the table says of itself was not so: a packet's language is a word of at most 20 letters, and may be another one.
comment on table packet_language is 'Languages the case service offers for a child, which agencies may have names of their own for; a packet may carry another word, which then has none';
