package vn.digitaltrust.deploy.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names of nobody. The surname and the middle name are as in Vietnam, with all their diacritics;
 * the given name is two words from nature that no parents would choose together, and a stage name
 * says by itself that it is fictional.
 */
final class FictionalNames {
  private static final List<String> SURNAMES =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
          "Hồ", "Ngô", "Dương", "Lý", "Đoàn", "Trịnh", "Đinh", "Lưu", "Mạc", "Quách", "Tạ", "Thạch",
          "Giàng", "Nông", "Lò", "Vàng", "Ksor", "Sầm");
  private static final List<String> MIDDLES =
      List.of(
          "Thị", "Văn", "Hữu", "Đức", "Ngọc", "Thanh", "Quỳnh", "Bảo", "Xuân", "Thu", "Minh", "Gia",
          "Khánh", "Diệu", "Trọng", "Mỹ", "Nhật", "Kim", "Đình", "Thúy");
  private static final List<String> NATURE =
      List.of(
          "Sương", "Suối", "Gió", "Nắng", "Mưa", "Đồi", "Rừng", "Sóng", "Trăng", "Mây", "Cỏ", "Lá",
          "Đá", "Cát", "Bến", "Thác", "Đầm", "Ruộng", "Vườn", "Khói");
  private static final List<String> QUALITIES =
      List.of(
          "Biếc", "Thẳm", "Rực", "Lặng", "Xa", "Vắng", "Ấm", "Sớm", "Chiều", "Ngược", "Nghiêng",
          "Bồng", "Đượm", "Trong", "Mướt", "Tỏ", "Khuya", "Rộng", "Vững", "Ửng");
  private static final List<String> ANIMALS =
      List.of(
          "Chim Sẻ",
          "Cá Chép",
          "Trâu Vàng",
          "Voọc Xám",
          "Sao La",
          "Cò Trắng",
          "Rùa Đá",
          "Ong Mật",
          "Bướm Đêm",
          "Cua Đồng",
          "Mèo Mướp",
          "Gà Tre",
          "Dế Mèn",
          "Sóc Nâu",
          "Vịt Bầu",
          "Ếch Ộp");
  private static final List<String> DOINGS =
      List.of(
          "Kể Chuyện",
          "Nấu Ăn",
          "Đọc Sách",
          "Đi Phượt",
          "Trồng Rau",
          "Thử Đồ",
          "Chơi Cờ",
          "Dạy Toán",
          "Hát Ru",
          "Sửa Xe",
          "Đan Len",
          "Ngắm Sao",
          "Chạy Bộ",
          "Vẽ Tranh",
          "Làm Bánh",
          "Soi Nhãn");

  private FictionalNames() {}

  /** A legal name, such as {@code Đỗ Diệu Sương Thẳm}. */
  static String legal(RandomGenerator random) {
    return "%s %s %s %s"
        .formatted(
            pick(SURNAMES, random),
            pick(MIDDLES, random),
            pick(NATURE, random),
            pick(QUALITIES, random));
  }

  /** A stage name, such as {@code Sao La Đọc Sách 137 (hư cấu)}. */
  static String stage(RandomGenerator random, long number) {
    return "%s %s %d (hư cấu)".formatted(pick(ANIMALS, random), pick(DOINGS, random), number);
  }

  static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
