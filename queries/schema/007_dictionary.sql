-- What the scheme's documents say of an indicator, for people to read: no number depends on it.
-- `clause` is the place in the scheme's document where the rule stands, `document_number` the document itself.

alter table indicator add column definition varchar;
alter table indicator add column definition_en varchar;
alter table rule add column clause varchar;
alter table scheme add column document_number varchar;
