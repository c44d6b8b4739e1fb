-- The first questions of a crowd travel together by themselves now, without a function around them. A web process of
-- the release before still calls it while the new one starts; its events are then taken one by one.
drop function open_crowd(text[], text[], text, text[]);
