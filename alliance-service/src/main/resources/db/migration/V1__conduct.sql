-- Codes of conduct: loaded by migrations alone, never changed by the service. One version is in force on a day.
create extension if not exists btree_gist;

create table code_of_conduct (
  version    text      primary key check (version ~ '^[0-9]+\.[0-9]+$'),
  valid      daterange not null check (not isempty(valid) and lower(valid) is not null and lower_inc(valid)),
  title_vi   text      not null check (length(title_vi) > 0),
  title_en   text      not null check (length(title_en) > 0),
  text_vi    text      not null check (length(text_vi) > 0),
  text_en    text      not null check (length(text_en) > 0),
  origin     text      not null check (length(origin) > 0),
  exclude using gist (valid with &&)
);

-- The alliance's real code of conduct is not public. Both texts are this project's own.
insert into code_of_conduct (version, valid, title_vi, title_en, text_vi, text_en, origin) values
('0.9', '[2025-08-18,2026-01-01)',
 'Quy tắc ứng xử (bản thử nghiệm)', 'Code of conduct (trial version)',
 E'1. Nói đúng những gì mình biết.\n2. Ghi rõ nội dung nào là quảng cáo.\n3. Sửa sai công khai và kịp thời.',
 E'1. Say only what you know to be true.\n2. Mark what is advertising.\n3. Correct errors in public and promptly.',
 'Fictional text of this project (văn bản hư cấu của dự án); not a document of the alliance.'),
('1.0', '[2026-01-01,)',
 'Quy tắc ứng xử của thành viên', 'Code of conduct for members',
 E'1. Minh bạch: ghi rõ nội dung quảng cáo trước và trong khi đăng.\n'
 '2. Kiểm chứng: xem giấy tờ chất lượng của sản phẩm trước khi nhận lời giới thiệu và lưu bằng chứng đã kiểm tra.\n'
 '3. Trung thực: không giới thiệu sản phẩm mình chưa dùng hoặc chưa hiểu.\n'
 '4. Sửa sai: đính chính công khai và kịp thời khi nói sai.\n'
 '5. Tôn trọng: không xúc phạm, không lợi dụng trẻ em và người yếu thế.\n'
 '6. Tuân thủ: tuân theo pháp luật và các quyết định đang có hiệu lực đối với mình.\n'
 '7. Hợp tác: trả lời Liên minh đúng hạn khi được hỏi.',
 E'1. Transparency: mark advertising before and while it is shown.\n'
 '2. Verification: see a product''s quality papers before accepting to promote it, and keep the proof.\n'
 '3. Honesty: do not promote what you have not used or do not understand.\n'
 '4. Correction: put errors right in public and promptly.\n'
 '5. Respect: insult nobody, exploit neither children nor the vulnerable.\n'
 '6. Compliance: keep the law and the decisions in force about you.\n'
 '7. Cooperation: answer the alliance in time when asked.',
 'Fictional text of this project (văn bản hư cấu của dự án); not a document of the alliance.');

grant select on code_of_conduct to ${app};
