-- Catalogues: legal grounds, territories, working days. Data, changed by migrations or by the owner, read by the service.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE ground (
    code        text PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9.-]{1,59}$'),
    title       text NOT NULL,
    title_en    text NOT NULL,
    instrument  text NOT NULL,
    provision   text NOT NULL,
    basis       text NOT NULL CHECK (basis IN ('LAW', 'STATE_CODE', 'CONTRACT')),
    note        text,
    valid_from  date NOT NULL,
    valid_until date CHECK (valid_until >= valid_from)
);
GRANT SELECT ON ground TO ${app};

INSERT INTO ground (code, title, title_en, instrument, provision, basis, note, valid_from) VALUES
('LAW-75-2025-15A', 'Nghĩa vụ của người có ảnh hưởng khi chuyển tải sản phẩm quảng cáo', 'Duties of influencers who convey advertising',
 'Luật 75/2025/QH15 sửa đổi Luật Quảng cáo', 'Điều 15a', 'LAW',
 'Verify the advertiser''s credibility; do not promote what one has not used or does not understand; disclose the advertisement before and during it.', '2026-01-01'),
('DECREE-342-2025', 'Gỡ bỏ quảng cáo vi phạm theo yêu cầu của cơ quan có thẩm quyền', 'Violating advertisements come down within 24 hours of an authority''s request',
 'Nghị định 342/2025/NĐ-CP', 'Nghị định 342/2025/NĐ-CP', 'LAW', NULL, '2026-02-15'),
('DECREE-38-2021-34.5', 'Quảng cáo sai sự thật hoặc gây nhầm lẫn', 'False or misleading advertising',
 'Nghị định 38/2021/NĐ-CP', 'Khoản 5 Điều 34', 'LAW', 'VND 60-80 million; organisations double.', '2021-06-01'),
('DECREE-15-2020-101', 'Cung cấp, chia sẻ thông tin sai sự thật trên mạng xã hội', 'False information on social networks',
 'Nghị định 15/2020/NĐ-CP', 'Điều 101', 'LAW', 'VND 10-20 million.', '2020-04-15'),
('DECREE-98-2020', 'Thông tin không chính xác hoặc che giấu tài trợ đối với người tiêu dùng', 'Inaccurate information or undisclosed sponsorship to consumers',
 'Nghị định 98/2020/NĐ-CP, sửa đổi bởi Nghị định 24/2025/NĐ-CP', 'Nghị định 98/2020/NĐ-CP (sửa đổi 2025)', 'LAW', 'VND 20-30 million.', '2025-02-21'),
('DECREE-144-2020-17', 'Dừng hoạt động biểu diễn nghệ thuật', 'Stop order in the performing arts',
 'Nghị định 144/2020/NĐ-CP', 'Điều 17', 'LAW', 'A stop order is written, reasoned and timed.', '2021-02-01'),
('DECISION-3196-2021', 'Quy tắc ứng xử của người hoạt động trong lĩnh vực nghệ thuật', 'Code of conduct for artists',
 'Quyết định 3196/QĐ-BVHTTDL', 'Quyết định 3196/QĐ-BVHTTDL', 'STATE_CODE', 'Not legally binding by itself.', '2021-12-13'),
('DECREE-147-2024', 'Xác thực tài khoản mạng xã hội', 'Verified social network accounts',
 'Nghị định 147/2024/NĐ-CP', 'Nghị định 147/2024/NĐ-CP', 'LAW', 'Accounts verified by a Vietnamese mobile number or personal ID number.', '2024-12-25'),
('LAW-19-2023', 'Trách nhiệm của người có ảnh hưởng đối với người tiêu dùng', 'Influencers'' joint liability to consumers',
 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15', 'Luật 19/2023/QH15', 'LAW', 'Jointly liable unless they prove that the required checks were done.', '2024-07-01'),
('LAW-91-2025', 'Bảo vệ dữ liệu cá nhân', 'Protection of personal data',
 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', 'Luật 91/2025/QH15', 'LAW', NULL, '2026-01-01'),
('DECREE-356-2025', 'Quy định chi tiết về bảo vệ dữ liệu cá nhân', 'Detailed rules on the protection of personal data',
 'Nghị định 356/2025/NĐ-CP', 'Nghị định 356/2025/NĐ-CP', 'LAW', NULL, '2026-01-01'),
('ALLIANCE-CODE-1.0', 'Vi phạm bộ quy tắc ứng xử của Liên minh Niềm tin số', 'Breach of the alliance''s code of conduct',
 'Bộ quy tắc ứng xử 1.0', 'Bộ quy tắc ứng xử 1.0', 'CONTRACT', 'This project''s own text; binds members by their acceptance.', '2026-01-10');

-- Provinces since 1 July 2025; a code is never stored without its list.
CREATE TABLE territory (
    list text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (list, code)
);
GRANT SELECT ON territory TO ${app};
INSERT INTO territory (list, code, name) VALUES
('2025', '01', 'Hà Nội'),
('2025', '04', 'Cao Bằng'),
('2025', '08', 'Tuyên Quang'),
('2025', '11', 'Điện Biên'),
('2025', '12', 'Lai Châu'),
('2025', '14', 'Sơn La'),
('2025', '15', 'Lào Cai'),
('2025', '19', 'Thái Nguyên'),
('2025', '20', 'Lạng Sơn'),
('2025', '22', 'Quảng Ninh'),
('2025', '24', 'Bắc Ninh'),
('2025', '25', 'Phú Thọ'),
('2025', '31', 'Hải Phòng'),
('2025', '33', 'Hưng Yên'),
('2025', '37', 'Ninh Bình'),
('2025', '38', 'Thanh Hóa'),
('2025', '40', 'Nghệ An'),
('2025', '42', 'Hà Tĩnh'),
('2025', '44', 'Quảng Trị'),
('2025', '46', 'Huế'),
('2025', '48', 'Đà Nẵng'),
('2025', '51', 'Quảng Ngãi'),
('2025', '52', 'Gia Lai'),
('2025', '56', 'Khánh Hòa'),
('2025', '66', 'Đắk Lắk'),
('2025', '68', 'Lâm Đồng'),
('2025', '75', 'Đồng Nai'),
('2025', '79', 'Hồ Chí Minh'),
('2025', '80', 'Tây Ninh'),
('2025', '82', 'Đồng Tháp'),
('2025', '86', 'Vĩnh Long'),
('2025', '91', 'An Giang'),
('2025', '92', 'Cần Thơ'),
('2025', '96', 'Cà Mau');

CREATE TABLE calendar_year (
    year   integer PRIMARY KEY CHECK (year BETWEEN 2020 AND 2100),
    source text NOT NULL
);
CREATE TABLE calendar_day (
    day  date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('DAY_OFF', 'WORKED')),
    name text NOT NULL,
    year integer NOT NULL GENERATED ALWAYS AS (extract(year FROM day)::integer) STORED REFERENCES calendar_year
);
GRANT SELECT ON calendar_year, calendar_day TO ${app};

INSERT INTO calendar_year (year, source) VALUES
(2025, 'own reading of the published calendar'),
(2026, 'own reading of the published calendar'),
(2027, 'own forecast from law and lunar calendar; correct it when the calendar is published'),
(2028, 'own forecast from law and lunar calendar; correct it when the calendar is published');
INSERT INTO calendar_day (day, kind, name) VALUES
('2025-01-01', 'DAY_OFF', 'Tết Dương lịch'),
('2025-01-27', 'DAY_OFF', 'Tết Nguyên đán'),
('2025-01-28', 'DAY_OFF', 'Tết Nguyên đán'),
('2025-01-29', 'DAY_OFF', 'Tết Nguyên đán'),
('2025-01-30', 'DAY_OFF', 'Tết Nguyên đán'),
('2025-01-31', 'DAY_OFF', 'Tết Nguyên đán'),
('2025-04-07', 'DAY_OFF', 'Giỗ Tổ Hùng Vương'),
('2025-04-30', 'DAY_OFF', 'Ngày Chiến thắng'),
('2025-05-01', 'DAY_OFF', 'Ngày Quốc tế lao động'),
('2025-05-02', 'DAY_OFF', 'Nghỉ hoán đổi'),
('2025-09-01', 'DAY_OFF', 'Quốc khánh'),
('2025-09-02', 'DAY_OFF', 'Quốc khánh'),
('2026-01-01', 'DAY_OFF', 'Tết Dương lịch'),
('2026-02-16', 'DAY_OFF', 'Tết Nguyên đán'),
('2026-02-17', 'DAY_OFF', 'Tết Nguyên đán'),
('2026-02-18', 'DAY_OFF', 'Tết Nguyên đán'),
('2026-02-19', 'DAY_OFF', 'Tết Nguyên đán'),
('2026-02-20', 'DAY_OFF', 'Tết Nguyên đán'),
('2026-04-27', 'DAY_OFF', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
('2026-04-30', 'DAY_OFF', 'Ngày Chiến thắng'),
('2026-05-01', 'DAY_OFF', 'Ngày Quốc tế lao động'),
('2026-08-31', 'DAY_OFF', 'Nghỉ hoán đổi'),
('2026-09-01', 'DAY_OFF', 'Quốc khánh'),
('2026-09-02', 'DAY_OFF', 'Quốc khánh'),
('2026-11-24', 'DAY_OFF', 'Ngày Văn hóa Việt Nam'),
('2027-01-01', 'DAY_OFF', 'Tết Dương lịch'),
('2027-02-04', 'DAY_OFF', 'Tết Nguyên đán'),
('2027-02-05', 'DAY_OFF', 'Tết Nguyên đán'),
('2027-02-08', 'DAY_OFF', 'Tết Nguyên đán'),
('2027-02-09', 'DAY_OFF', 'Tết Nguyên đán'),
('2027-02-10', 'DAY_OFF', 'Tết Nguyên đán'),
('2027-04-16', 'DAY_OFF', 'Giỗ Tổ Hùng Vương'),
('2027-04-30', 'DAY_OFF', 'Ngày Chiến thắng'),
('2027-05-03', 'DAY_OFF', 'Nghỉ bù Ngày Quốc tế lao động'),
('2027-09-02', 'DAY_OFF', 'Quốc khánh'),
('2027-09-03', 'DAY_OFF', 'Quốc khánh'),
('2027-11-24', 'DAY_OFF', 'Ngày Văn hóa Việt Nam'),
('2028-01-03', 'DAY_OFF', 'Nghỉ bù Tết Dương lịch'),
('2028-01-24', 'DAY_OFF', 'Tết Nguyên đán'),
('2028-01-25', 'DAY_OFF', 'Tết Nguyên đán'),
('2028-01-26', 'DAY_OFF', 'Tết Nguyên đán'),
('2028-01-27', 'DAY_OFF', 'Tết Nguyên đán'),
('2028-01-28', 'DAY_OFF', 'Tết Nguyên đán'),
('2028-04-04', 'DAY_OFF', 'Giỗ Tổ Hùng Vương'),
('2028-05-01', 'DAY_OFF', 'Ngày Quốc tế lao động'),
('2028-05-02', 'DAY_OFF', 'Nghỉ bù Ngày Chiến thắng'),
('2028-09-01', 'DAY_OFF', 'Quốc khánh'),
('2028-09-04', 'DAY_OFF', 'Nghỉ bù Quốc khánh'),
('2028-11-24', 'DAY_OFF', 'Ngày Văn hóa Việt Nam'),
('2025-04-26', 'WORKED', 'Làm bù'),
('2026-08-22', 'WORKED', 'Làm bù');
