-- A message that somebody wrote to a school by its page is answered to them, not to the installation's own address.
alter table mail_messages add column reply_to text;
comment on column mail_messages.reply_to is 'Whom an answer goes to; null for mail that is not answered by mail.';
