-- What a unit is for and why its type exists, for people to read: no number depends on it.
-- `unit.duties` are the unit's 职能; `unit_type.description` says which units are compared in this type and why.

alter table unit add column duties varchar;
alter table unit add column duties_en varchar;
alter table unit_type add column description varchar;
alter table unit_type add column description_en varchar;
