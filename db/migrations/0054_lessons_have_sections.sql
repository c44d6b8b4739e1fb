-- Apart from 0053, so that pages are read while every lesson is looked at.
alter table lessons validate constraint lessons_organization_id_section_id_fkey;
